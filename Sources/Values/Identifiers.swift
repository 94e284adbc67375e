import Foundation

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
        var text = text
        guard text.withUTF8(Self.isPath) else { return nil }
        self.text = text
    }

    private static func isPath(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for index in 0...bytes.count {
            guard index == bytes.count || bytes[index] == UInt8(ascii: "/") else {
                if bytes[index] == 0 || bytes[index] == UInt8(ascii: "\\") { return false }
                continue
            }
            guard index > start, !isDots(bytes[start..<index]) else { return false }
            start = index + 1
        }
        return true
    }

    /// Whether a component is `.` or `..`.
    private static func isDots(_ component: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        component.count <= 2 && component.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// The folder's path, empty for a file in the root.
    package var folder: String {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } ?? ""
    }

    /// The last component.
    package var name: String {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[text.utf8.index(after: $0)...]) } ?? text
    }

    /// Whether it is `content/index.md`, the text of the home page.
    package var isHome: Bool { text == Self.home }

    /// The path of the text of the home page.
    package static let home = "content/index.md"

    /// The path that `relative` means when it stands in this file; `nil` when it leaves the site.
    package func resolving(_ relative: String) -> SitePath? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + relative.utf8.count)
        if let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) { bytes += text.utf8[..<slash] }
        for part in relative.utf8.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                guard !bytes.isEmpty else { return nil }
                bytes.removeSubrange((bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
            } else {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
                bytes += part
            }
        }
        return SitePath(String(decoding: bytes, as: UTF8.self))
    }

    package static func < (left: SitePath, right: SitePath) -> Bool { left.text < right.text }
    package var description: String { text }
}

extension Slug {
    /// A slug to propose for a name that is none: pinyin for Chinese, lower case, hyphens between; `nil` when nothing
    /// of the name is left.
    ///
    /// Whoever takes it has an address for ever: it is read as `Pinyin` reads names.
    package static func proposal(for name: String) -> Slug? {
        let halfWidth = name.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? name
        let plain = halfWidth.applyingTransform(.stripDiacritics, reverse: false) ?? halfWidth
        return Slug(String(Pinyin(texts: [plain]).slug(plain).prefix(80)))
    }
}
