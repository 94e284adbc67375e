// Debian's libgit2: the store in which the changes of a site are kept. Options of the library are set by a function with
// variable arguments, which Swift does not call.
#include <git2.h>
#include <git2/sys/repository.h>

/// Begins the library for this process: no settings of the computer or of the person are read, and a store that another
/// account made is opened, as nothing in a store is ever run. Returns less than 0 where it cannot begin.
static inline int showcase_git_begin(void) {
    int result = git_libgit2_init();
    if (result < 0) return result;
    const git_config_level_t levels[] = {
        GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL};
    for (int index = 0; index < 4; index++) {
        if ((result = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[index], "")) < 0) return result;
    }
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}
