/// Decides which requests reach the site, before anything of the site is touched.
package struct RequestGate: Sendable {
    /// The names the server answers to.
    let hosts: HostPolicy
    /// The path of the stream of events.
    let eventsPath: String
    /// What a page of the preview can have done.
    let action: PreviewAction?
    /// What a page of the preview can have written.
    let writing: PreviewWriting?
    private let limits: PreviewLimits

    package init(
        hosts: HostPolicy, eventsPath: String, action: PreviewAction?, writing: PreviewWriting? = nil,
        limits: PreviewLimits = PreviewLimits()
    ) {
        self.hosts = hosts
        self.eventsPath = eventsPath
        self.action = action
        self.writing = writing
        self.limits = limits
    }

    /// What may be answered of a request.
    package func admit(_ head: RequestHead, localAddress: String?) throws(RequestRefusal) -> Admission {
        let host = try host(of: head, localAddress: localAddress)
        let takesPost = action != nil || writing != nil
        guard head.method == "GET" || head.method == "HEAD" || (head.method == "POST" && takesPost) else {
            throw .method
        }
        let target: RequestTarget
        do {
            target = try RequestTarget(head.target)
        } catch {
            throw .path(error)
        }
        if let authority = target.authority {
            guard hosts.allows(authority, localAddress: localAddress) else { throw .path(.unknownForm) }
        }
        let path = target.path.text
        try checkOrigin(of: head, host: target.authority ?? host, isForEvents: path == eventsPath)
        if head.method == "POST", let writing, path.hasPrefix(writing.path) {
            return Admission(target: target, body: try body(of: head, to: path, writing))
        }
        guard !head.announcesBody else { throw .body }
        try checkAction(head, path: path)
        return Admission(target: target, body: nil)
    }

    /// Whether a target is for scripts, which understand no page.
    func isForScripts(_ target: [UInt8]) -> Bool { writing.map { target.starts(with: $0.path.utf8) } ?? false }

    /// The body that a request brings which writes. It comes from a page of this run, as its token and its origin say, and is of
    /// a kind that no form of another site can send.
    private func body(
        of head: RequestHead, to path: String, _ writing: PreviewWriting
    ) throws(RequestRefusal) -> AdmittedBody {
        guard let token = writing.token else { throw .readOnly }
        guard !head.values(of: "origin").isEmpty, head.values(of: PreviewAction.tokenField) == [token] else {
            throw .token
        }
        let kind: AdmittedBody.Kind = path == writing.uploadPath ? .upload : .json
        guard Self.isMediaType(of: head, kind) else { throw .mediaType }
        guard let text = head["content-length"] else { throw .lengthRequired }
        // A length that no number holds is larger than anything.
        let length = Int(text) ?? .max
        let limit = kind == .upload ? limits.maximumUploadBytes : limits.maximumMessageBytes
        guard length <= limit else { throw .bodyTooLarge }
        return AdmittedBody(kind: kind, length: length)
    }

    private static func isMediaType(of head: RequestHead, _ kind: AdmittedBody.Kind) -> Bool {
        let values = head.values(of: "content-type")
        guard values.count == 1 else { return false }
        let text = values[0].lowercased().filter { $0 != " " && $0 != "\t" }
        switch kind {
        case .json: return text == "application/json" || text == "application/json;charset=utf-8"
        case .upload: return text == "application/octet-stream"
        }
    }

    /// Lets POST through to the address of the action alone, from pages of the preview that know the token.
    ///
    /// Every browser names the origin of a POST; a program that does not is none of ours.
    private func checkAction(_ head: RequestHead, path: String) throws(RequestRefusal) {
        guard let action, path == action.path else {
            guard head.method != "POST" else { throw .method }
            return
        }
        guard head.method == "POST" else { throw .actionMethod }
        guard !head.values(of: "origin").isEmpty, head.values(of: PreviewAction.tokenField) == [action.token] else {
            throw .token
        }
    }

    /// The host that is asked, which must be given once and be one of ours. RFC 9112 §3.2 wants 400 for none and for
    /// two; both are 403 here, since they too are attempts to be served under a name that is not ours.
    private func host(of head: RequestHead, localAddress: String?) throws(RequestRefusal) -> Authority {
        let values = head.values(of: "host")
        guard values.count == 1, let host = Authority(values[0]), hosts.allows(host, localAddress: localAddress) else {
            throw .host
        }
        return host
    }

    /// Refuses what other sites' pages ask for: scripts, images, fetches and streams, but not links that are followed.
    ///
    /// Browsers give `Origin` (RFC 6454 §7) for what a page could read and `Sec-Fetch-Site` (W3C Fetch Metadata) for
    /// everything. Another port of this machine is another site.
    private func checkOrigin(of head: RequestHead, host: Authority, isForEvents: Bool) throws(RequestRefusal) {
        for origin in head.values(of: "origin") {
            guard let authority = Self.authority(ofOrigin: origin), authority == host else { throw .origin }
        }
        guard let site = head["sec-fetch-site"]?.lowercased(), site != "same-origin", site != "none" else { return }
        let isNavigation = head["sec-fetch-mode"]?.lowercased() == "navigate"
        guard isNavigation, !isForEvents else { throw .origin }
    }

    private static func authority(ofOrigin origin: String) -> Authority? {
        for scheme in ["http://", "https://"] where origin.lowercased().hasPrefix(scheme) {
            return Authority(String(origin.dropFirst(scheme.count)))
        }
        return nil
    }
}
