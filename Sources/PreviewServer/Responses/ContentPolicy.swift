/// What a browser may do with a file that is opened by itself (Content Security Policy 3). A drawing or a file of XML that somebody
/// else made is a page to a browser; in a sandbox it has no origin and no scripts.
enum ContentPolicy {
    /// The value of `Content-Security-Policy` for what is no page.
    static let ofFiles = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

    /// The value for scripts: a shared worker takes the policy of its script, and the preview's has to hear of changes.
    static let ofScripts = "default-src 'none'; connect-src 'self'"

    /// The policy for a media type; `nil` for pages, which bring their own, and for PDF files, which browsers do not show in a
    /// sandbox and which have no part of the site's origin.
    static func policy(for mediaType: String) -> String? {
        if mediaType.hasPrefix("text/html") || mediaType.hasPrefix("application/pdf") { return nil }
        return mediaType.hasPrefix("text/javascript") ? ofScripts : ofFiles
    }
}
