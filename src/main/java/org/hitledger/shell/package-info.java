/**
 * The prompt: what a person types, read with JLine, becomes command lines, queries and questions
 * about tables, one after the other. Which commands there are is not known here, nor how their
 * arguments are read.
 */
package org.hitledger.shell;
