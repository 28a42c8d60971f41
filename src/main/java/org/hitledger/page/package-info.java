/** A report as one page of HTML, which asks for nothing else: what it says, and how it looks. */
package org.hitledger.page;
