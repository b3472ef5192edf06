UPDATE sessie SET gezien = $2 WHERE hash = $1
