/**
 * Who asks: crawlers by the names in their user agents, from a list that is data. What is done
 * about them belongs into {@link org.hitledger.rules}. Nothing here knows of files or of the
 * engine; the one library is for reading YAML.
 */
package org.hitledger.crawler;
