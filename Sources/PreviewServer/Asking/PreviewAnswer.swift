/// What an address holds.
package enum PreviewAnswer: Sendable {
    /// The bytes to show, with status 200.
    case content(PreviewContent)
    /// The content is at another address of the site, which begins with a slash and is written as in a link: escapes stay,
    /// and what a URL may not hold is escaped. The query of the request goes along when the address has none.
    case redirect(to: String)
    /// Nothing is there. The site's own page that says so; without one the server has a sentence.
    case notFound(PreviewContent?)
    /// A message for a script of the preview's own pages, in JSON.
    case message(MessageStatus, [UInt8])
    /// The site cannot be shown now, because it is being built or could not be.
    case unavailable(PreviewContent)
}

/// What became of what a script asked for.
package enum MessageStatus: Sendable, Hashable {
    case done
    /// Nothing is written in this run, or not at this place.
    case readOnly
    case notFound
    /// Somebody else changed what it is about.
    case conflict
    case tooLarge
    /// It says what it is not allowed to say.
    case invalid
    case failed
    /// For now.
    case busy
}

/// Bytes and what they are.
package struct PreviewContent: Sendable {
    /// The whole representation.
    package let bytes: [UInt8]
    /// The value of `Content-Type`: `text/html; charset=utf-8`.
    package let mediaType: String
    /// The value of `Content-Security-Policy`; `nil` for what the media type asks for.
    package let policy: String?
    /// Tells one version of the bytes from another.
    let entityTag: EntityTag

    /// Makes a content and its validator, which reads all bytes once: keep the value when the bytes are served again.
    package init(bytes: [UInt8], mediaType: String, policy: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.policy = policy
        self.entityTag = EntityTag(of: bytes)
    }

    /// The content of a file, whose name tells what it is.
    package init(bytes: [UInt8], path: String) {
        self.init(bytes: bytes, mediaType: MediaType.ofFile(path))
    }
}
