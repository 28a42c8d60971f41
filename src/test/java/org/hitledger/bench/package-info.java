/**
 * What the job costs, against other programs over the same generated logs, and its innermost part
 * alone. Nothing here is a timed test: tests only see that it runs and that all count the same.
 */
package org.hitledger.bench;
