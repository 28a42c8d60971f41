/**
 * Small files in YAML that users write by hand: texts as they stand there, and messages that say
 * what was expected and where. What the keys mean is their readers' business.
 */
package org.hitledger.yaml;
