/// Decides which requests reach the site, before anything of the site is touched.
package struct RequestGate: Sendable {
    /// The names the server answers to.
    let hosts: HostPolicy
    /// The path of the stream of events.
    let eventsPath: String
    /// What a page of the preview can have done.
    let action: PreviewAction?

    package init(hosts: HostPolicy, eventsPath: String, action: PreviewAction?) {
        self.hosts = hosts
        self.eventsPath = eventsPath
        self.action = action
    }

    /// The target of a request that may be answered.
    package func admit(_ head: RequestHead, localAddress: String?) throws(RequestRefusal) -> RequestTarget {
        let host = try host(of: head, localAddress: localAddress)
        guard head.method == "GET" || head.method == "HEAD" || (head.method == "POST" && action != nil) else {
            throw .method
        }
        guard !head.announcesBody else { throw .body }
        let target: RequestTarget
        do {
            target = try RequestTarget(head.target)
        } catch {
            throw .path(error)
        }
        if let authority = target.authority {
            guard hosts.allows(authority, localAddress: localAddress) else { throw .path(.unknownForm) }
        }
        try checkOrigin(of: head, host: target.authority ?? host, isForEvents: target.path.text == eventsPath)
        try checkAction(head, path: target.path.text)
        return target
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
