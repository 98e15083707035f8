"""A standalone Spark cluster on the loopback interface: a master and two workers of one core."""

import ctypes
import os
import pathlib
import re
import signal
import subprocess
import time

import pyspark

HOME = pathlib.Path(pyspark.__file__).parent
PR_SET_PDEATHSIG = 1
CORE_SITE = """<configuration><property>
<name>fs.viewfs.mounttable.archive.link./data</name><value>file://{folder}</value>
</property></configuration>
"""


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def session_of(stat):
    return int(stat.rpartition(")")[2].split()[3])  # after the name: state, parent, group, session


def kill_session(leader):
    """kill -9 of a process and all that it started."""
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            if session_of(stat.read_text()) == leader.pid:
                os.kill(int(stat.parent.name), signal.SIGKILL)
        except (ProcessLookupError, FileNotFoundError):
            pass
    leader.wait()


class Cluster:
    """Used as a context; everything that it started is gone after it. `folder` takes the logs, and
    its content is viewfs://archive/data to Spark."""

    def __init__(self, folder, python):
        self.folder = folder
        configuration = folder / "conf"
        configuration.mkdir()
        (configuration / "core-site.xml").write_text(CORE_SITE.format(folder=folder))
        self.environment = {
            **os.environ, "SPARK_HOME": str(HOME), "SPARK_CONF_DIR": str(configuration),
            "HADOOP_CONF_DIR": str(configuration), "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(folder / "local"), "SPARK_DAEMON_MEMORY": "256m",
            "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # short lives
            "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python}
        self.started = []
        self.workers = []

    def __enter__(self):
        try:
            self.start("master", "spark-class", "org.apache.spark.deploy.master.Master",
                       "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
            self.url = self.wait_for("master", r"Starting Spark master at (spark://\S+)")
            for name in ("worker-1", "worker-2"):
                self.workers.append(self.start(
                    name, "spark-class", "org.apache.spark.deploy.worker.Worker",
                    "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g",
                    "--work-dir", str(self.folder / name), self.url))
            for name in ("worker-1", "worker-2"):
                self.wait_for(name, "Successfully registered with master")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            kill_session(process)

    def start(self, name, program, *arguments):
        with open(self.log(name), "wb") as log:
            process = subprocess.Popen([HOME / "bin" / program, *arguments], stdout=log, stderr=log,
                                       stdin=subprocess.DEVNULL, env=self.environment,
                                       start_new_session=True, preexec_fn=die_with_parent)
        self.started.append(process)
        return process

    def submit(self, name, *arguments):
        """Starts an application; both workers' executors are waited for before its first task."""
        settings = {"spark.ui.enabled": "false", "spark.driver.memory": "512m",
                    "spark.executor.memory": "512m", "spark.cores.max": "2",
                    "spark.scheduler.minRegisteredResourcesRatio": "1.0",
                    "spark.sql.files.maxPartitionBytes": "512k"}
        confs = [part for key, value in settings.items() for part in ("--conf", f"{key}={value}")]
        return self.start(name, "spark-submit", "--master", self.url, *confs, *map(str, arguments))

    def log(self, name):
        return self.folder / f"{name}.log"

    def wait_for(self, name, pattern, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := re.search(pattern, self.log(name).read_text(errors="replace")):
                return found[found.re.groups]
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not start:\n{self.log(name).read_text()[-3000:]}")
