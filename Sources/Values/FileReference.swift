import Addresses

/// What a field says of a file: its path relative to the file that has the field, or the full address of something on the
/// web.
///
/// In a path nothing is an escape and nothing ends it: `95%合格.txt` and `1#泵站.txt` are names as they are on the disk. A
/// destination in a text is a URL; `URLReference` reads it.
package struct FileReference: Sendable, Hashable, CustomStringConvertible {
    /// As it is written.
    package let text: String

    package init(_ text: String) { self.text = text }

    /// The address, where it is a full one of http or https.
    package var webAddress: String? { text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil }

    /// The file that is meant; `nil` for a web address, and for a path that leaves the site.
    ///
    /// - Parameter path: the file that has the field.
    package func path(from path: SitePath) -> SitePath? { webAddress == nil ? path.resolving(text) : nil }

    package var description: String { text }
}
