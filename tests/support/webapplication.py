#!/usr/bin/python3
"""A stand-in for the Todo web application that shares its database with Glowlist (SQLAlchemy + Alembic).

    webapplication.py DSN COMMAND [ARGUMENT…]      prints one JSON document

It knows nothing of Glowlist: its models are the nine base columns without server defaults, times are naive UTC, nobody
bumps updated_at. DSN is anything libpq takes. Commands with DIR keep their Alembic environment there.
"""
import argparse
import contextlib
import datetime
import hashlib
import io
import json
import os
import sys

import psycopg2
import sqlalchemy as sa
from alembic import command as alembic
from alembic.config import Config
from sqlalchemy import exc
from sqlalchemy.orm import Session, declarative_base, relationship

Base = declarative_base()
BASE_COLUMNS = "id, user_id, title, description, completed, priority, due_date, created_at, updated_at"


def now():
    return datetime.datetime.utcnow()


def define_models(with_email, title_length):
    class User(Base):
        __tablename__ = "users"
        id = sa.Column(sa.String, primary_key=True)
        if with_email:
            email = sa.Column(sa.String, nullable=False)

    class Task(Base):
        __tablename__ = "tasks"
        id = sa.Column(sa.Integer, primary_key=True)
        user_id = sa.Column(sa.String, sa.ForeignKey("users.id"), nullable=False, index=True)
        title = sa.Column(sa.String(title_length), nullable=False, index=True)
        description = sa.Column(sa.String(1000))
        completed = sa.Column(sa.Boolean, nullable=False, default=False, index=True)
        priority = sa.Column(sa.String(20), nullable=False, default="none")
        due_date = sa.Column(sa.DateTime)
        created_at = sa.Column(sa.DateTime, nullable=False, default=now)
        updated_at = sa.Column(sa.DateTime, nullable=False, default=now)
        user = relationship(User)

    return User, Task


ENVIRONMENT = """
from alembic import context
configuration = context.config.attributes
{hook}
with configuration["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=configuration["metadata"],
                      compare_type=True{use_hook})
    with context.begin_transaction():
        context.run_migrations()
"""
# Word for word what the README shows.
HOOK = """
def include_object(object, name, type_, reflected, compare_to):
    return not (reflected and str(name).startswith("glow_"))
"""
TEMPLATE = '''"""${message}"""
from alembic import op
import sqlalchemy as sa
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade():
    ${upgrades if upgrades else "pass"}


def downgrade():
    ${downgrades if downgrades else "pass"}
'''


class Application:
    def __init__(self, dsn, email, title_length):
        self.engine = sa.create_engine("postgresql://", creator=lambda: psycopg2.connect(dsn))
        self.User, self.Task = define_models(email, title_length)
        self.has_email = email

    # What its users do.

    def create(self):
        Base.metadata.create_all(self.engine)

    def users(self, *ids):
        extra = (lambda name: {"email": name + "@example.org"}) if self.has_email else (lambda name: {})
        with Session(self.engine) as session:
            session.add_all(self.User(id=name, **extra(name)) for name in ids)
            session.commit()

    def fill(self, count):
        """Tasks as years of use leave them: odd priorities, no descriptions, the same titles again."""
        priorities = ["none", "low", "medium", "high", "urgent", "High", ""]
        start = datetime.datetime(2026, 1, 1, 8, 0, 0)
        with Session(self.engine) as session:
            people = [person.id for person in session.query(self.User).order_by(self.User.id)]
            session.bulk_insert_mappings(self.Task, (
                dict(user_id=people[i % len(people)], title="Task %d" % (i % 1000),
                     description=None if i % 3 else "About %d, “ä” 🙂" % i, completed=i % 4 == 0,
                     priority=priorities[i % len(priorities)],
                     due_date=None if i % 5 == 0 else start + datetime.timedelta(
                         days=i % 400, hours=0 if i % 2 else -8, microseconds=123456 if i % 11 == 0 else 0),
                     created_at=start + datetime.timedelta(seconds=i),
                     updated_at=start + datetime.timedelta(seconds=2 * i)) for i in range(int(count))))
            session.commit()

    def add(self, user, title, due=None, description=None):
        with Session(self.engine) as session:
            task = self.Task(user_id=user, title=title, description=description,
                             due_date=due and datetime.datetime.fromisoformat(due))
            session.add(task)
            session.commit()
            return {"id": task.id}

    def edit(self, number, field, value):
        with Session(self.engine) as session:
            task = session.get(self.Task, int(number))
            setattr(task, field, {"true": True, "false": False, "null": None}.get(value, value))
            session.commit()

    def delete(self, number):
        with Session(self.engine) as session:
            session.delete(session.get(self.Task, int(number)))
            session.commit()

    def show(self, number):
        with Session(self.engine) as session:
            task = session.get(self.Task, int(number))
            return task and {name: str(getattr(task, name)) for name in BASE_COLUMNS.split(", ")}

    def find(self, user, title):
        with Session(self.engine) as session:
            return [task.id for task in session.query(self.Task).filter_by(user_id=user, title=title)]

    def truncate(self, how=""):
        with self.engine.begin() as connection:
            connection.execute(sa.text("truncate tasks " + how))

    def checksum(self):
        """Of every byte of its rows, in order."""
        text = io.StringIO()
        raw = self.engine.raw_connection()
        with raw.cursor() as cursor:
            cursor.copy_expert("copy (select %s from tasks order by id) to stdout" % BASE_COLUMNS, text)
        return {"rows": text.getvalue().count("\n"), "sha256": hashlib.sha256(text.getvalue().encode()).hexdigest()}

    # What its developers do.

    def configuration(self, directory, hook=False):
        os.makedirs(os.path.join(directory, "versions"), exist_ok=True)
        with open(os.path.join(directory, "env.py"), "w", encoding="utf-8") as file:
            file.write(ENVIRONMENT.format(hook=HOOK if hook else "",
                                          use_hook=", include_object=include_object" if hook else ""))
        with open(os.path.join(directory, "script.py.mako"), "w", encoding="utf-8") as file:
            file.write(TEMPLATE)
        configuration = Config(stdout=io.StringIO())
        configuration.set_main_option("script_location", directory)
        configuration.attributes.update(engine=self.engine, metadata=Base.metadata)
        return configuration

    def autogenerate(self, directory, hook="without"):
        script = alembic.revision(self.configuration(directory, hook == "hook"), message="model", autogenerate=True)
        with open(script.path, encoding="utf-8") as file:
            body = file.read().split("def upgrade():")[1].split("def downgrade():")[0]
        lines = [line.strip() for line in body.splitlines()]
        return {"revision": script.revision, "operations": [line for line in lines if line.startswith("op.")]}

    def upgrade(self, directory):
        alembic.upgrade(self.configuration(directory), "head")

    def stamp(self, directory):
        alembic.stamp(self.configuration(directory), "head")

    def initial(self, directory):
        """Its schema by its own first migration, as a developer sets it up."""
        made = self.autogenerate(directory)
        self.upgrade(directory)
        return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--email", action="store_true", help="its users must have an e-mail address")
    parser.add_argument("--title-length", type=int, default=200)
    parser.add_argument("dsn")
    parser.add_argument("command")
    parser.add_argument("arguments", nargs="*")
    given = parser.parse_args()
    application = Application(given.dsn, given.email, given.title_length)
    try:
        with contextlib.redirect_stdout(sys.stderr):  # Alembic talks
            answer = getattr(application, given.command)(*given.arguments)
    except exc.DBAPIError as error:
        print(json.dumps({"sqlstate": error.orig.pgcode, "error": str(error.orig)}))
        return 1
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
