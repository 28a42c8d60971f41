/**
 * Which log a file is: known by what it holds, never by its name. Plain Java over measures of
 * texts; where texts come from is not known here.
 */
package org.hitledger.identity;
