/** Hours, days and months in a time zone, with its changes of clocks. Plain Java. */
package org.hitledger.period;
