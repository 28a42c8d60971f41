/**
 * From an access to the class of its line, by the rules of the site's owner and the criteria of the
 * run. Nothing here knows of files or of the engine; the one library is for reading YAML.
 */
package org.hitledger.rules;
