/// Which names of files and folders can be published: written on every system the site may be copied to, and meaning the
/// same there. The one rule for it; it is asked when the addresses of a site are listed.
package enum PublishableName {
    /// What keeps a name from being published.
    package enum Objection: Sendable, Hashable {
        /// Nothing, `.` or `..`.
        case noName
        /// More than `maximumBytes`.
        case tooLong(bytes: Int)
        /// A control character or a backslash.
        case sign
        /// Windows cuts dots and spaces off at the end.
        case end
        /// A name that Windows keeps for devices, with any ending.
        case device
    }

    /// The greatest length in bytes of UTF-8: file systems end at 255 (POSIX `NAME_MAX`), and servers add endings such as
    /// `.gz` to the names.
    package static let maximumBytes = 240

    /// - Parameter name: one segment of a path.
    package static func objection(to name: some StringProtocol) -> Objection? {
        var name = String(name)
        return name.withUTF8 { objection(to: $0) }
    }

    private static func objection(to name: UnsafeBufferPointer<UInt8>) -> Objection? {
        let dot = UInt8(ascii: ".")
        guard let last = name.last, !(name.count <= 2 && name.allSatisfy { $0 == dot }) else { return .noName }
        guard name.count <= maximumBytes else { return .tooLong(bytes: name.count) }
        guard !name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return .sign }
        guard last != dot, last != UInt8(ascii: " ") else { return .end }
        return isDevice(name) ? .device : nil
    }

    /// CON, PRN, AUX, NUL, CONIN$, CONOUT$, and COM and LPT with a digit from 1 to 9, which may be raised ("Naming Files, Paths,
    /// and Namespaces", Microsoft). Spaces before the ending do not count.
    private static func isDevice(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        // Few names begin so, and this is asked of every name.
        guard name.count >= 3 else { return false }
        switch (UnicodeScalar(name[0] | 0x20), UnicodeScalar(name[1] | 0x20), UnicodeScalar(name[2] | 0x20)) {
        case ("c", "o", "n"), ("c", "o", "m"), ("p", "r", "n"), ("a", "u", "x"), ("n", "u", "l"), ("l", "p", "t"): break
        default: return false
        }
        let stem = String(decoding: name, as: UTF8.self).prefix { $0 != "." }
        // The longest with some spaces.
        guard stem.utf8.count <= 16 else { return false }
        let word = String(stem.uppercased().reversed().drop { $0 == " " }.reversed())
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(word) { return true }
        guard word.count == 4, let digit = word.last else { return false }
        return (word.hasPrefix("COM") || word.hasPrefix("LPT")) && "123456789¹²³".contains(digit)
    }
}

/// A path below the output folder whose names can all be published.
package struct OutputPath: Sendable, Hashable {
    /// Relative, `/` between names.
    package let text: String

    /// A path that no file may have. The routes of a site are asked before anything is written, so that it is a fault of
    /// the program.
    package struct Unpublishable: Error, Sendable, CustomStringConvertible {
        package let path: String

        package var description: String { "the path “\(path)” was listed and cannot be published" }
    }

    /// - Throws: `Unpublishable` where a name of the path cannot be published.
    package init(_ text: String) throws(Unpublishable) {
        // By bytes: a slash before a combining mark is one character with it.
        let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ PublishableName.objection(to: Substring($0)) == nil }) else {
            throw Unpublishable(path: text)
        }
        self.text = text
    }

    /// The file at a site-absolute path or route output: a leading slash is dropped.
    package init(url: String) throws(Unpublishable) {
        try self.init(url.utf8.first == UInt8(ascii: "/") ? String(decoding: url.utf8.dropFirst(), as: UTF8.self) : url)
    }

    /// The folder's path; `nil` for a file at the top.
    package var folder: String? { text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } }
}
