/**
 * An access and its details, whatever format its line had: the record, the time, the request, the
 * parts of its target. Plain Java: nothing here knows of files, of rules or of the engine. No text
 * makes anything here throw, and the time taken is linear in the text's length.
 */
package org.hitledger.access;
