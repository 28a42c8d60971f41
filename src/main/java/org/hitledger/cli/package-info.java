/** The command line: arguments in, exit code out. Everything below is put together here. */
package org.hitledger.cli;
