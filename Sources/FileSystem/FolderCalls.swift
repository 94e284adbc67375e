import CFileSystem
import Glibc

/// The calls of the system by which files change their names, so that tests see what happens where a file system does not
/// know them, or where somebody saves between two of them.
struct FolderCalls: Sendable {
    /// Gives a file in an open folder another name, over whatever stands there; returns 0 or an errno.
    var moveOver: @Sendable (_ folder: Int32, _ old: String, _ new: String) -> Int32
    /// Exchanges two names in an open folder; returns 0 or an errno.
    var exchange: @Sendable (_ folder: Int32, _ left: String, _ right: String) -> Int32
    /// Gives a file in an open folder another name, at which nothing may stand; returns 0 or an errno.
    var renameNew: @Sendable (_ folder: Int32, _ old: String, _ new: String) -> Int32
    /// Gives a file in an open folder one more name, at which nothing may stand; returns 0 or an errno.
    var link: @Sendable (_ folder: Int32, _ old: String, _ new: String) -> Int32

    static let system = FolderCalls(
        moveOver: { renameat($0, $1, $0, $2) == 0 ? 0 : errno },
        exchange: { showcase_exchange_in($0, $1, $2) }, renameNew: { showcase_rename_new($0, $1, $2) },
        link: { linkat($0, $1, $0, $2, 0) == 0 ? 0 : errno })
}
