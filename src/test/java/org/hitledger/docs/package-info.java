/** The README and the pages, as they are read by tests; and whether they are true. */
package org.hitledger.docs;
