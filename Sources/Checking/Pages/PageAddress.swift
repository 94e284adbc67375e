import Addresses

/// An address of a finished page or a style sheet that is not known as it stands.
struct PageAddress: Sendable, Hashable {
    /// What the browser does with it.
    enum Use: Sendable, Hashable {
        /// It goes there when the reader follows it.
        case link
        /// It asks for it while it shows the page, and it may run: a script, a frame, a plug-in.
        case resource
        /// It asks for it while it shows the page; what cannot run may be in the address itself: a picture, a sound.
        case picture
        /// It sends something of the reader there: a form, a report of what was clicked.
        case form
        /// It does nothing with it by itself.
        case mention
    }

    /// As it reads without character references, blanks around it and line ends in it (URL standard, 4.4).
    let text: String
    let use: Use
    /// Where it stands, in bytes of the page.
    let bytes: Range<Int>

    /// - Parameter written: with or without what browsers leave out.
    init(_ written: String, use: Use, bytes: Range<Int>) {
        text = written.utf8.allSatisfy { $0 > 0x20 } ? written : Self.stripped(written)
        self.use = use
        self.bytes = bytes
    }

    private static func stripped(_ written: String) -> String {
        let kept = written.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let start = kept.firstIndex { $0 > 0x20 } ?? kept.endIndex
        let end = kept.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? kept.endIndex
        return String(decoding: kept[start..<max(start, end)], as: UTF8.self)
    }

    /// The scheme in small letters; `nil` for an address without one.
    var scheme: String? {
        guard let end = text.utf8.firstIndex(where: { ":/?#\\".utf8.contains($0) }),
            text.utf8[end] == UInt8(ascii: ":"), let first = text.utf8.first, Self.isLetter(first),
            text.utf8[..<end].allSatisfy({ Self.isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
        else { return nil }
        return text[..<end].lowercased()
    }

    /// The address with scheme and host; `nil` for one without a host. What begins with two slashes has the scheme of its
    /// page; browsers take a backslash for a slash.
    var fullAddress: String? {
        let start = text.utf8.prefix(2)
        if start.count == 2, start.allSatisfy({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
            return "https://" + String(decoding: Array(text.utf8.dropFirst(2)), as: UTF8.self)
        }
        return scheme == "http" || scheme == "https" ? text : nil
    }

    /// What is wrong with the address whatever the site has; `nil` for one within the site, or that may be.
    ///
    /// - Parameter isOwn: whether a full address is one of this site.
    func fault(isOwn: (String) -> Bool) -> LinkFault.Kind? {
        if let address = fullAddress { return isOwn(address) ? nil : foreignFault }
        switch scheme {
        case nil: return nil
        case "javascript", "vbscript": return .script
        case "data":
            switch use {
            case .picture: return nil
            case .resource: return .script
            case .link, .form, .mention: return .unusable
            }
        case "mailto": return use == .mention || use == .link && Self.isMailAddress(text) ? nil : .unusable
        case "tel": return use == .mention || use == .link && text.contains(where: \.isNumber) ? nil : .unusable
        default: return use == .mention ? nil : .unusable
        }
    }

    private var foreignFault: LinkFault.Kind? {
        switch use {
        case .link, .mention: nil
        case .resource, .picture: .foreignResource
        case .form: .foreignForm
        }
    }

    /// Whether it leads to another site, or is no address of a page at all, so that there is nothing to look up.
    func leavesSite(isOwn: (String) -> Bool) -> Bool {
        if let address = fullAddress { return !isOwn(address) }
        return scheme != nil
    }

    /// Whether a mailto address names somebody or, for letters to be sent to whom the reader likes, what is written
    /// (RFC 6068, 2).
    private static func isMailAddress(_ text: String) -> Bool {
        let reference = URLReference(text.dropFirst("mailto:".count))
        guard !reference.path.isEmpty else { return reference.query != nil }
        return reference.path.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { address in
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { part in part.contains { !$0.isWhitespace } }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
