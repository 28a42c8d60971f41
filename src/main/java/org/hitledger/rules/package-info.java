/**
 * Which class a line falls into, by the rules of the site's owner. Plain Java, built on {@link
 * org.hitledger.access}; nothing here knows of files or of the engine.
 */
package org.hitledger.rules;
