/**
 * How what names a person is covered before it is written: hosts and queries. Plain Java; nothing
 * here knows of files or of the engine.
 */
package org.hitledger.privacy;
