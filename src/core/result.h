#pragma once
#include <QString>
#include <optional>
#include <utility>
#include <variant>

namespace glow::core {

/// What went wrong, as CLI.md names it in `kind`.
enum class ErrorKind {
    Usage, ConnectionString, Connection, Tls, SignIn, Rights, Migration, NotFound,
    Refused, Invalid, Query, LocalServer, File, Timeout, Cancelled, Internal
};

QString errorKindName(ErrorKind kind);

/// An error on its way to a person. `message` is one translated sentence; `sqlState` is PostgreSQL's SQLSTATE
/// (empty when the connection itself failed); `detail` is the server's own text, for a report. No password in any.
/// `position`: the character in the sent text where the server saw the error, from 1; 0: it named none.
/// `part`: what is wrong in a connection string, as CLI.md `connection` names it.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QString sqlState = {};
    QString detail = {};
    int position = 0;
    QString part = {};
};

/// A value or an Error. Any thread.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::move(error))
    {
    }

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const& { return std::get<0>(m_content); }
    T& value() & { return std::get<0>(m_content); }
    T&& value() && { return std::get<0>(std::move(m_content)); }
    const T& operator*() const { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace glow::core
