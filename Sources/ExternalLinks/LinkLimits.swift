/// How gently other sites are asked.
package struct LinkLimits: Sendable {
    /// Requests to one host at a time.
    package var perHost = 2
    /// The time between the starts of two requests to one host.
    package var gap: Duration = .milliseconds(300)
    /// Requests to all hosts at a time.
    package var total = 16
    /// How often a page is asked for again after 429 or 503.
    package var retries = 3
    /// How often after no answer in time: a silent host would hold up the others.
    package var retriesAfterSilence = 1
    /// The wait before the first repetition; it doubles with each. `Retry-After` may ask for more.
    package var firstWait: Duration = .seconds(1)
    /// The longest wait before a repetition, whatever `Retry-After` asks for.
    package var longestWait: Duration = .seconds(60)
    package var redirections = 10
    /// The time for all links; what is not asked by then is not told.
    package var deadline: Duration = .seconds(900)

    package init() {}
}
