/**
 * A second opinion on every line: the definitions once more, written with other means, and the
 * lines to ask it about. Nothing here uses the code that it checks.
 */
package org.hitledger.oracle;
