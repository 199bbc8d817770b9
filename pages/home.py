"""Home: what Angket does, the sample studies, or the overview of the open study."""

from interface.home import show_home
from interface.navigation import require_shell

require_shell()
show_home()
