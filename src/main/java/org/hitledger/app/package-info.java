/**
 * One run: a plan in, an exit code out. Everything below is put together here, in the order in
 * which it happens. How a plan is written on a command line is not known here.
 */
package org.hitledger.app;
