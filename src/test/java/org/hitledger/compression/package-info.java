/** Packed files of every make, and every way to damage them. */
package org.hitledger.compression;
