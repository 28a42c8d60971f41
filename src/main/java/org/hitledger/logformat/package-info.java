/**
 * From the bytes of one line to an access: the log formats, each behind one seam, and the strings
 * in which servers are told theirs. Nothing here knows of files, of rules or of the engine. No line
 * makes anything here throw, and the time taken is linear in the line's length.
 */
package org.hitledger.logformat;
