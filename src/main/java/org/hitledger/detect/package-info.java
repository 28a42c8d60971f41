/**
 * Which log format a file has, found out by its first lines. Nothing here knows of the engine or of
 * what is counted.
 */
package org.hitledger.detect;
