/**
 * Lines cut into fields: what a field may be made of, and what stands between two of them. Plain
 * Java: nothing here knows what the fields mean. A line is scanned in time linear in its length.
 */
package org.hitledger.pattern;
