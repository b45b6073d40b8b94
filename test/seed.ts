/** Property tests draw the same cases in every run: a failure can be looked at again, and a green run stays green. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20250808 });
