/** The job as users start it: as a process of its own, through {@code submit.sh}. */
package org.hitledger.submit;
