/** What tests of several packages share. */
package org.hitledger.testing;
