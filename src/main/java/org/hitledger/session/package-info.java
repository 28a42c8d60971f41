/** How Spark is set up for a run, how its progress is watched and its failures are explained. */
package org.hitledger.session;
