/** Tests of periods, on clocks that people have changed in every way. */
package org.hitledger.period;
