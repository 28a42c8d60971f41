/** The notebooks as users run them: through {@code notebooks/run.sh}, in Jupyter. */
package org.hitledger.notebooks;
