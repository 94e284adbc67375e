import Diagnostics
import Values

/// The files that a site is made of: those below a folder of the disk, or some in memory.
///
/// Content, themes, static files and the record of published addresses are read through it and in no other way, so that a
/// site can be made of files that are nowhere yet.
package struct Workspace: Sendable {
    /// Something that stands below the site's root.
    package struct Listing: Sendable, Hashable {
        package enum Entry: Sendable, Hashable {
            case file
            /// A link to a file or folder; never followed.
            case symbolicLink
            /// A folder that could not be listed, or a name that is no UTF-8; with the reason.
            case unreadable(LocalizedText)
            /// A pipe, socket or device.
            case special
        }

        package let path: String
        /// In bytes.
        package let size: Int
        package let entry: Entry

        package var isSymbolicLink: Bool { entry == .symbolicLink }

        package init(path: String, size: Int, entry: Entry) {
            self.path = path
            self.size = size
            self.entry = entry
        }

        package init(path: String, size: Int, isSymbolicLink: Bool) {
            self.init(path: path, size: size, entry: isSymbolicLink ? .symbolicLink : .file)
        }

        /// Whether this one comes before the other in the order of the bytes of their paths, which no locale and no
        /// normalisation changes.
        static func precedes(_ left: Listing, _ right: Listing) -> Bool {
            left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
    }

    /// All files below a folder of the site, sorted by the bytes of their paths; hidden and temporary files are left
    /// out. Empty when there is no such folder.
    package let list: @Sendable (_ folder: String) throws -> [Listing]
    /// The first bytes of a file, at most `limit`; `nil` when it is not there or cannot be read.
    package let read: @Sendable (_ path: String, _ limit: Int) -> [UInt8]?
    /// What stands at a path, as `list` would have it; `nil` for nothing, a hidden name, or a folder that can be listed.
    package let look: @Sendable (_ path: String) -> Listing?
    /// Whether a folder stands at a path, also an empty one.
    package let isFolder: @Sendable (_ path: String) -> Bool

    package init(
        list: @escaping @Sendable (String) throws -> [Listing],
        read: @escaping @Sendable (String, Int) -> [UInt8]?,
        look: @escaping @Sendable (String) -> Listing?,
        isFolder: @escaping @Sendable (String) -> Bool
    ) {
        self.list = list
        self.read = read
        self.look = look
        self.isFolder = isFolder
    }

    /// Files in memory, by path.
    package static func memory(_ files: [String: [UInt8]]) -> Workspace {
        Workspace(
            list: { folder in
                guard SitePath(folder) != nil else { return [] }
                return files.filter { path, _ in path.hasPrefix(folder + "/") && !hides(path) }
                    .map { Listing(path: $0.key, size: $0.value.count, entry: .file) }
                    .sorted(by: Listing.precedes)
            },
            read: { path, limit in
                guard SitePath(path) != nil else { return nil }
                return files[path].map { Array($0.prefix(limit)) }
            },
            look: { path in
                guard SitePath(path) != nil, !hides(path) else { return nil }
                return files[path].map { Listing(path: path, size: $0.count, entry: .file) }
            },
            isFolder: { path in SitePath(path) != nil && files.keys.contains { $0.hasPrefix(path + "/") } })
    }

    /// Whether a path leads to something hidden, or into it.
    static func hides(_ path: String) -> Bool { path.split(separator: "/").contains { isHidden(String($0)) } }

    /// Files of systems and editors that are no content: `.git`, `~$form.docx`, `page.md~`, `Thumbs.db`.
    package static func isHidden(_ name: String) -> Bool {
        // Files that other systems ask a site for by a fixed name (RFC 8615).
        guard name != ".well-known" else { return false }
        let isMarked = name.hasPrefix(".") || name.hasPrefix("~$") || (name.hasPrefix("#") && name.hasSuffix("#"))
        return isMarked || ["~", ".swp", ".tmp", ".bak"].contains(where: name.hasSuffix)
            || ["Thumbs.db", "desktop.ini"].contains(name)
    }
}
