/**
 * Text that strangers wrote, made safe to look at: escapes for what does not show, and JSON. How
 * rows are laid out belongs into {@link org.hitledger.render}.
 */
package org.hitledger.text;
