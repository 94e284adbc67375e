/// What stands between method and version of a request (RFC 9112 §3.2).
package struct RequestTarget: Sendable, Hashable {
    /// The host of the absolute form, which then counts instead of `Host`; `nil` for the usual `/path`.
    let authority: Authority?
    /// What is asked for.
    package let path: PreviewPath
    /// What follows the question mark, as it was sent; no part of any look-up.
    let query: String?

    /// Takes a target apart.
    init(_ bytes: [UInt8]) throws(PreviewPath.Refusal) {
        guard bytes.count <= PreviewPath.maximumBytes else { throw .tooLong }
        let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
        let address = parts[0]
        guard address.first != UInt8(ascii: "/") else {
            authority = nil
            path = try PreviewPath(decoding: address)
            return
        }
        let scheme = "http://"
        guard String(decoding: address.prefix(scheme.utf8.count), as: UTF8.self).lowercased() == scheme else {
            throw .unknownForm
        }
        let rest = address.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        guard let authority = Authority(String(decoding: host, as: UTF8.self)) else { throw .unknownForm }
        self.authority = authority
        let encodedPath = rest.dropFirst(host.count)
        path = try PreviewPath(decoding: encodedPath.isEmpty ? ArraySlice("/".utf8) : encodedPath)
    }
}
