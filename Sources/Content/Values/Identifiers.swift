/// The id of a team in its year: `[a-z0-9-]+`, the last part of its URL.
package struct TeamID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    /// `nil` unless the text is one or more of `a-z`, `0-9` and `-`, at most 80 of them.
    package init?(_ text: String) {
        guard Slug.isValid(text) else { return nil }
        self.text = text
    }

    package static func < (left: TeamID, right: TeamID) -> Bool { left.text < right.text }
    package var description: String { text }
}

/// A name that can stand in a URL: `[a-z0-9-]+`.
package struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard Slug.isValid(text) else { return nil }
        self.text = text
    }

    /// Whether the text is one or more of `a-z`, `0-9` and `-`, at most 80 of them.
    package static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...80).contains(bytes.count)
            && bytes.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    package static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }
    package var description: String { text }
}

/// The path of a file relative to the site's root, `/` between components, without `.` or `..`.
package struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    /// `nil` for an empty or absolute path, or one with an empty, `.` or `..` component, a backslash or NUL.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0), !text.contains("\\") else { return nil }
        let components = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !components.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
        self.text = text
    }

    /// The folder's path, empty for a file in the root.
    package var folder: String {
        text.lastIndex(of: "/").map { String(text[..<$0]) } ?? ""
    }

    /// The last component.
    package var name: String {
        text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// The path that `relative` means when it stands in this file; `nil` when it leaves the site.
    package func resolving(_ relative: String) -> SitePath? {
        var components = folder.split(separator: "/").map(String.init)
        for part in relative.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case "", ".": continue
            case "..":
                guard components.popLast() != nil else { return nil }
            default: components.append(String(part))
            }
        }
        return SitePath(components.joined(separator: "/"))
    }

    package static func < (left: SitePath, right: SitePath) -> Bool { left.text < right.text }
    package var description: String { text }
}
