/**
 * The lines of one file or of a part of it, packed or not, with what is found broken in it. What a
 * line says is not known here.
 */
package org.hitledger.lines;
