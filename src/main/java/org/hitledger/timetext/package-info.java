/**
 * Times as servers write them: from their text to a moment. Plain Java: nothing here knows what
 * else stands in a line. No text makes anything here throw.
 */
package org.hitledger.timetext;
