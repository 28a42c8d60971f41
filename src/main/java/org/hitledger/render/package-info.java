/**
 * How results are shown to people and programs: tables, tsv, csv, JSON, the balance. What strangers
 * wrote is inert in every form. Where results come from is not known here.
 */
package org.hitledger.render;
