/** How results are shown to people and programs. What strangers wrote is inert in every form. */
package org.hitledger.report;
