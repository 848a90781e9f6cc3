// The review page with JavaScript: keys, and one card at a time. Everything works without it.

import "./looking.js";
import "./answers.js";
import "./typing.js";
import "./keys.js";
import "./selecting.js";
import "./going_on.js";
import "./keeping.js";
